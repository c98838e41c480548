package language

// korean holds what Korean exports say.
var korean = Language{
	Code: "ko",
	Days: [7]string{"월요일 월", "화요일 화", "수요일 수", "목요일 목", "금요일 금", "토요일 토", "일요일 일"},
	AM:   "오전", PM: "오후",
	Headers: map[string]string{
		"opened":           "접수일 등록일 생성일 요청일 신고일 작성일 접수시간 타임스탬프",
		"resolved":         "해결일 완료일 처리일",
		"closed":           "종료일 종결일",
		"updated":          "수정일 변경일",
		"id":               "접수번호 요청번호 티켓번호 번호",
		"category":         "분류 카테고리 유형",
		"subject":          "제목",
		"description":      "내용 설명",
		"requester":        "요청자 신고자 사용자 작성자 신청자",
		"department":       "부서 소속",
		"location":         "위치 장소",
		"assignment_group": "그룹",
		"assignee":         "담당자 처리자",
		"priority":         "우선순위",
		"urgency":          "긴급도",
		"impact":           "영향도",
		"state":            "상태",
		"channel":          "경로 채널",
	},
}
